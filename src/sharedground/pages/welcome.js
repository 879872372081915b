// Shows the list of scenarios. In JupyterLab its links say what to write instead of opening a page.

export function render({ model, el }) {
  el.classList.add("sg-page");
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  el.innerHTML = model.get("html");
  if (document.documentElement.dataset.sharedgroundHost === "voila") return;
  for (const link of el.querySelectorAll("a[data-scenario]")) {
    const code = document.createElement("code");
    const fork = link.dataset.fork ? `, fork="${link.dataset.fork}"` : "";
    code.textContent = `Practice(load("${link.dataset.scenario}")${fork})`;
    link.replaceWith(code);
  }
  for (const link of el.querySelectorAll("a[data-screen]")) {
    const code = document.createElement("code");
    code.textContent = link.dataset.screen;
    link.replaceWith(code);
  }
}

export default { render };
