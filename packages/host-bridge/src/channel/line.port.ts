/**
 * Port. One way from a frame to its host and back: what is posted on one end arrives at the other, whole and in order.
 * It carries texts alone, because a text is the one value that passes every border at the same price: inside Lightning
 * Web Security each property of an object that comes from outside is a crossing of its own (salesforce.md §2).
 */
export interface Line {
  post(text: string): void;
  /** Called once; what arrived before is delivered then. */
  listen(listener: (text: string) => void): void;
  close(): void;
}
