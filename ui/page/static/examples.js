// An example is asked as if it had been typed.
element.addEventListener("click", (event) => {
  const button = event.target.closest(".example");
  if (!button) return;
  trigger("picked", { question: button.textContent });
  // On a phone this would raise the keyboard over the answer.
  if (window.matchMedia("(pointer: fine)").matches) document.querySelector("#question textarea").focus();
});
