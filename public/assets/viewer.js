// The strip that says who is signed in. Published pages are the same bytes for everyone, so it asks after loading and
// draws in its own shadow root; without an answer it stays empty.
customElements.define(
  "muster-viewer",
  class extends HTMLElement {
    async connectedCallback() {
      try {
        const answer = await fetch("/signed-in", { headers: { accept: "application/json" }, credentials: "same-origin" });
        if (!answer.ok || !/json/.test(answer.headers.get("content-type") ?? "")) return;
        const viewer = await answer.json();
        if (!viewer || typeof viewer.name !== "string") return;
        this.draw(viewer);
      } catch {
        // Nobody is told: the page is whole without the strip.
      }
    }

    draw({ name, links = [] }) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        ":host{display:block;background:#d9e5f2;color:#212b32;font:1rem/1.5 arial,sans-serif}" +
          "div{max-width:960px;margin:0 auto;padding:8px 16px;display:flex;flex-wrap:wrap;gap:4px 24px}" +
          "p{margin:0;flex:1 1 auto}a{color:#005eb8}a:focus{background:#ffeb3b;color:#212b32;outline:4px solid transparent;box-shadow:0 4px #212b32;text-decoration:none}",
      );
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      const strip = document.createElement("div");
      const line = document.createElement("p");
      line.textContent = `Signed in as ${name}`;
      strip.append(line);
      for (const { href, text } of links) {
        const link = document.createElement("a");
        link.href = href;
        link.textContent = text;
        strip.append(link);
      }
      root.append(strip);
    }
  },
);
