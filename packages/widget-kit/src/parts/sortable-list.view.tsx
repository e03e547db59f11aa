import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { arrayMove, SortableContext, useSortable, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { type ReactNode, useRef } from "react";
import { useT } from "../widget/widget-context.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.view.tsx";
import { useOverlay } from "./overlay.ts";
import { sortKeys } from "./sort-keys.ts";

export interface SortableItem {
  readonly id: string;
  /** Its name, for the list and for what is read out. */
  readonly label: string;
}

export interface SortableListProps<Item extends SortableItem> {
  /** What is being ordered, for screen readers. */
  readonly label: string;
  readonly items: readonly Item[];
  /** All ids in their new order. */
  readonly onReorder: (ids: readonly string[]) => void;
  /** What stands beside the handle; the label where absent. */
  readonly children?: (item: Item) => ReactNode;
}

/** A list to put in order by mouse, touch or keyboard: space picks up, arrows move, space drops, Escape puts back. */
export function SortableList<Item extends SortableItem>(props: SortableListProps<Item>): ReactNode {
  const { label, items, onReorder, children } = props;
  const overlay = useOverlay();
  const t = useT();
  const ids = items.map((item) => item.id);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortKeys }),
  );
  const describe = (id: string | number, over: string | number | undefined) => ({
    name: items.find((item) => item.id === id)?.label ?? "",
    place: ids.indexOf(String(over ?? id)) + 1,
    count: ids.length,
  });
  const moved = useRef(false);
  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      moved.current = false;
      return t("kit.sort.picked", describe(active.id, undefined));
    },
    onDragOver: ({ active, over }) => {
      // Being over itself at once would drown out that it was picked up.
      if (!moved.current && over?.id === active.id) return undefined;
      moved.current = true;
      return t("kit.sort.over", describe(active.id, over?.id));
    },
    onDragEnd: ({ active, over }) => t("kit.sort.dropped", describe(active.id, over?.id)),
    onDragCancel: ({ active }) => t("kit.sort.cancelled", describe(active.id, undefined)),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        container: overlay,
        announcements,
        screenReaderInstructions: { draggable: t("kit.sort.how") },
      }}
      onDragEnd={({ active, over }: DragEndEvent) => {
        if (over === null || over.id === active.id) return;
        onReorder(arrayMove(ids, ids.indexOf(String(active.id)), ids.indexOf(String(over.id))));
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className="ss-sortable" aria-label={label}>
          {items.map((item) => (
            <SortableEntry key={item.id} item={item}>
              {children?.(item) ?? item.label}
            </SortableEntry>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function SortableEntry({
  item,
  children,
}: {
  readonly item: SortableItem;
  readonly children: ReactNode;
}): ReactNode {
  const t = useT();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({ id: item.id, attributes: { roleDescription: t("kit.sort.role") } });
  return (
    <li
      ref={setNodeRef}
      className={classNames("ss-sortable-item", isDragging && "ss-sortable-dragged")}
      style={{
        transform: transform === null ? undefined : `translate(0, ${String(Math.round(transform.y))}px)`,
        transition,
      }}
    >
      <button
        type="button"
        ref={setActivatorNodeRef}
        className="ss-sortable-grip"
        {...attributes}
        {...listeners}
        aria-label={t("kit.sort.move", { name: item.label })}
      >
        <Icon name="grip" />
      </button>
      <div className="ss-sortable-content">{children}</div>
    </li>
  );
}
