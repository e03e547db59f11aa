import { LightningElement, api } from "lwc";
import { loadScript } from "lightning/platformResourceLoader";

/** Stands where an admin would drop a widget: loads the script as a static resource and hands it an element. */
export default class BenchHost extends LightningElement {
  @api script;
  @api scene;

  async connectedCallback() {
    try {
      await loadScript(this, this.script);
      this.bench = window.SweetspotBench;
      this.controls = await this.bench.mount(this.refs.mount, this.scene);
      this.dispatchEvent(new CustomEvent("benchready"));
    } catch (error) {
      this.dispatchEvent(new CustomEvent("benchfailed", { detail: String((error && error.stack) || error) }));
    }
  }

  disconnectedCallback() {
    this.controls?.unmount();
  }

  /** Runs one named probe inside the sandbox; arguments and results are JSON. */
  @api async probe(name, argument) {
    return JSON.stringify(await this.controls.probe(name, argument));
  }
}
