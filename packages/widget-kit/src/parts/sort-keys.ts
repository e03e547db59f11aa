import type { KeyboardCoordinateGetter } from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";

/**
 * Arrow keys in a list being sorted. Inside a dialog the page behind must stay where it is: dnd-kit would scroll it,
 * as the dialog stands in the page's scroller without moving with it, and the entry would not move.
 */
export const sortKeys: KeyboardCoordinateGetter = (event, args) => {
  const { context } = args;
  if (context.activeNode?.closest(".ss-dialog"))
    context.scrollableAncestors = context.scrollableAncestors.filter(
      (scroller) => scroller.closest(".ss-dialog") !== null,
    );
  return sortableKeyboardCoordinates(event, args);
};
