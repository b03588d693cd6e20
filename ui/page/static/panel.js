// The paragraph beside the conversation: opened by any chip on the page, closed by Escape.
const place = element.querySelector("#place");
const sheet = window.matchMedia("(max-width: 959px)");
const beside = () => document.querySelector("#beside");
const behind = (hidden) => {
  for (const id of ["#talk", "#again"]) document.querySelector(id).inert = hidden;
};
const hint = place.innerHTML;
let opener = null;
let asked = 0;

function shut(back = true) {
  beside().classList.remove("open");
  behind(false);
  place.innerHTML = hint;
  place.setAttribute("role", "region");
  place.removeAttribute("aria-modal");
  if (!opener) return;
  opener.setAttribute("aria-expanded", "false");
  if (back && opener.isConnected) opener.focus();
  opener = null;
}

async function open(chip) {
  const turn = ++asked;
  if (!place.contains(chip)) {
    if (opener) opener.setAttribute("aria-expanded", "false");
    opener = chip;
    chip.setAttribute("aria-expanded", "true");
  }
  let html;
  try {
    html = await server.open_place({ place: chip.dataset.place, quote: chip.dataset.quote || "" });
  } catch {
    html = '<h2 tabindex="-1">The paragraph could not be opened</h2><p>The server does not answer; try again.</p>';
  }
  if (turn !== asked) return; // another paragraph was asked for meanwhile
  place.innerHTML = html;
  beside().classList.add("open");
  place.setAttribute("role", sheet.matches ? "dialog" : "region");
  place.toggleAttribute("aria-modal", sheet.matches);
  behind(sheet.matches);
  place.querySelector("h2")?.focus({ preventScroll: true });
  place.scrollTop = 0;
  const cited = place.querySelector(".this");
  const end = cited ? cited.offsetTop + cited.offsetHeight : 0;
  // Only the panel scrolls, and only where the cited words lie below its edge.
  if (end > place.clientHeight) place.scrollTop = cited.offsetTop - 6 * parseFloat(getComputedStyle(place).fontSize);
}

function copyByHand(text) { // without HTTPS browsers offer no clipboard
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

async function copy(button) {
  const text = button.dataset.copy;
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    done = copyByHand(text);
    button.focus();
  }
  button.nextElementSibling.textContent = done ? "Copied" : "Select the text to copy it";
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.matches(".chip")) open(button);
  else if (button?.matches("#place .close")) shut();
  else if (button?.matches("#place .copy")) copy(button);
  else if (button?.matches("#again")) shut(false);
  else if (event.target === beside()) shut(); // the shade around the sheet
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && opener) shut();
});
sheet.addEventListener("change", () => {
  behind(sheet.matches && beside().classList.contains("open"));
});
