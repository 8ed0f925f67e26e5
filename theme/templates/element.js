/* The element that a site may use instead of an iframe: the frame grows with what it holds.
   <script src="…/integrer/element.js" defer></script>
   <aide-numerique territoire="31/labege" choix="gratuit">a link, shown until the frame is there</aide-numerique> */
(function () {
  "use strict";
  const root = new URL(".", document.currentScript.src);

  class Element extends HTMLElement {
    static get observedAttributes() {
      return ["territoire", "choix", "titre"];
    }

    connectedCallback() {
      this.hear = this.hear || ((event) => {
        if (!this.frame || event.source !== this.frame.contentWindow) return;
        if (event.origin !== root.origin && event.origin !== "null") return; // null: in a sandbox of the host
        const told = event.data;
        if (told && told.annuaire === "cadre" && told.height > 0) this.frame.height = Math.min(told.height, 20000);
      });
      addEventListener("message", this.hear);
      this.show();
    }

    disconnectedCallback() {
      removeEventListener("message", this.hear);
    }

    attributeChangedCallback() {
      if (this.frame) this.show();
    }

    show() {
      const territory = (this.getAttribute("territoire") || "").trim().replace(/^\/|\/$/g, "");
      if (!/^(epci\/\d{9}|[\dAB]{2,3}(\/[a-z0-9-]+)?)$/.test(territory)) {
        const message = document.createElement("p");
        message.textContent = {{ _("L'attribut « territoire » n'est pas juste. Écrivez par exemple territoire=\"31/labege\", territoire=\"epci/243100633\" ou territoire=\"31\".")|tojson }};
        this.replaceChildren(message);
        this.frame = null;
        return;
      }
      const frame = document.createElement("iframe");
      frame.title = this.getAttribute("titre") || {{ _("Où se faire aider avec internet")|tojson }};
      frame.width = "100%";
      frame.height = "{{ height }}";
      frame.loading = "lazy";
      frame.referrerPolicy = "no-referrer";
      frame.allow = "geolocation";
      frame.sandbox = "{{ sandbox }}";
      frame.style.border = "0";
      const choices = (this.getAttribute("choix") || "").trim();
      frame.src = new URL(`${territory}/${choices ? `#${choices}` : ""}`, root).href;
      this.replaceChildren(frame);
      this.frame = frame;
    }
  }

  if (!customElements.get("aide-numerique")) customElements.define("aide-numerique", Element);
})();
