/** What LWC calls on an adapter of `@wire`. */
export interface WireAdapter<Config> {
  connect(): void;
  update(config: Config): void;
  disconnect(): void;
}
export type Emit<Value> = (value: Value) => void;
export type WireAdapterConstructor<Config, Value> = new (emit: Emit<Value>) => WireAdapter<Config>;

export interface WireSource<Config, Value> {
  /** Emitted at once, before anything was asked: Lightning's adapters do so [read in open-source LDS ?]. */
  readonly empty: Value;
  /** Undefined while a required part of the configuration is: nothing is asked then. */
  keyOf(config: Config): string | undefined;
  /** Begins to give values for a configuration; returns what ends it. Never calls `emit` synchronously. */
  subscribe(config: Config, emit: Emit<Value>): () => void;
}

/** An adapter that asks anew whenever its configuration is another one, and forgets answers that come too late. */
export function createWireAdapter<Config, Value>(
  source: WireSource<Config, Value>,
): WireAdapterConstructor<Config, Value> {
  return class {
    readonly #emit: Emit<Value>;
    #config: Config | undefined;
    #key: string | undefined;
    #end: (() => void) | undefined;
    #connected = false;

    constructor(emit: Emit<Value>) {
      this.#emit = emit;
      emit(source.empty);
    }

    connect(): void {
      this.#connected = true;
      this.#begin();
    }

    update(config: Config): void {
      const key = source.keyOf(config);
      this.#config = config;
      if (key === this.#key && this.#end) return;
      this.#key = key;
      if (this.#connected) this.#begin();
    }

    disconnect(): void {
      this.#connected = false;
      this.#end?.();
      this.#end = undefined;
    }

    #begin(): void {
      this.#end?.();
      this.#end = undefined;
      if (this.#key === undefined || this.#config === undefined) return;
      let current = true;
      const stop = source.subscribe(this.#config, (value) => {
        if (current) this.#emit(value);
      });
      this.#end = () => {
        current = false;
        stop();
      };
    }
  };
}
