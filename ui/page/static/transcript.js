// The conversation: only what is new or has changed is touched, so that the reader's place,
// focus and screen reader are not disturbed. All HTML comes escaped from the server.
const log = element.querySelector("#log");
const status = element.querySelector("#status");

function show(article, bubble) {
  if (article.dataset.html === bubble.html) return;
  article.dataset.html = bubble.html;
  article.className = bubble.role;
  article.innerHTML = bubble.html;
}

function render() {
  const bubbles = Array.isArray(props.value) ? props.value : [];
  while (log.children.length > bubbles.length) log.lastElementChild.remove();
  bubbles.forEach((bubble, i) => {
    let article = log.children[i];
    if (!article) {
      article = document.createElement("article");
      article.setAttribute("aria-label", bubble.role === "user" ? "You asked" : "Answer");
      log.append(article);
    }
    show(article, bubble);
  });
  document.body.classList.toggle("begun", bubbles.length > 0);
  const last = bubbles.at(-1);
  log.setAttribute("aria-busy", String(Boolean(last) && !last.done));
  if (!last) return;
  status.textContent = last.done ? "" : "Looking through the paragraphs";
  // The question stays in sight above its answer, however long that is.
  const from = last.role === "user" ? log.lastElementChild : log.lastElementChild.previousElementSibling;
  (from || log.lastElementChild).scrollIntoView({ block: "start" });
}

watch("value", render);
render();
