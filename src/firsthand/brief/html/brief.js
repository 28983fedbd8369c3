// Progressive enhancement only: everything here can be read without it.
(() => {
  const parts = (id) => document.querySelectorAll(`mark[data-p="${CSS.escape(id)}"]`);
  const light = () => {
    document.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    const target = document.getElementById(id);
    parts(id).forEach((one) => one.classList.add("lit"));
    for (let box = target && target.parentElement; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
    }
    document.querySelectorAll("a[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
    document.querySelectorAll(`a.cite[href="#${CSS.escape(id)}"]`).forEach((one) => one.setAttribute("aria-current", "true"));
    if (target && target.tagName === "MARK") { target.tabIndex = -1; target.focus({ preventScroll: true }); }
  };
  addEventListener("hashchange", light);
  light();
  let last = null;
  document.addEventListener("click", (event) => {
    const cite = event.target.closest && event.target.closest("a.cite");
    if (cite) last = cite;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && last) { last.focus(); last = null; }
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.dataset.was = one.open; one.open = true; }));
  addEventListener("afterprint", () => document.querySelectorAll("details").forEach((one) => { one.open = one.dataset.was === "true"; }));
})();
