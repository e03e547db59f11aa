import type { RecordType } from "@sweetspot/contract";
import { useState } from "react";
import type { Pointed } from "./pointed.ts";

/** Is a list shown whole? It opens when a widget points at a record of its kind. */
export function useOpening(
  type: RecordType,
  pointed: Pointed | undefined,
): [boolean, (isOpen: boolean) => void] {
  const [state, setState] = useState({ isOpen: false, pointed });
  if (state.pointed !== pointed) setState({ isOpen: state.isOpen || pointed?.type === type, pointed });
  return [state.isOpen, (isOpen) => setState({ isOpen, pointed })];
}
