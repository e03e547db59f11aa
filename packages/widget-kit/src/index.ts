export { copyRichText, escapeHtml } from "./export/copy-rich-text.ts";
export type { RichText } from "./export/copy-rich-text.ts";
export { copyTable } from "./export/copy-table.ts";
export { tableToCsv } from "./export/csv.ts";
export { printTable } from "./export/print-table.ts";
export { downloadCsv, saveFile } from "./export/save-file.ts";
export { svgToPng } from "./export/svg-to-png.ts";
export type { TableCell, TableColumn, TableData, TableRow } from "./export/table.model.ts";
export { useSaveFile } from "./export/use-save-file.ts";
export type { SaveFile } from "./export/use-save-file.ts";
export { ConflictDialog } from "./frame/conflict-dialog.view.tsx";
export type { ConflictDialogProps, ConflictWords } from "./frame/conflict-dialog.view.tsx";
export { HistoryPanel } from "./history/history-panel.view.tsx";
export type { HistoryPanelProps } from "./history/history-panel.view.tsx";
export { WidgetFrame } from "./frame/widget-frame.view.tsx";
export type { WidgetFrameProps } from "./frame/widget-frame.view.tsx";
export { createFormat } from "./i18n/format.ts";
export type { Format } from "./i18n/format.ts";
export type { CatalogLoaders } from "./i18n/one-language.ts";
export { LONGEST_WHOLE_WORD, softHyphens } from "./i18n/soft-hyphens.ts";
export { createTranslator } from "./i18n/translator.ts";
export type { Catalogs, Language, MessageValues, Translate } from "./i18n/translator.ts";
export { Button, IconButton } from "./parts/button.view.tsx";
export type { ButtonProps, IconButtonProps } from "./parts/button.view.tsx";
export { Checkbox } from "./parts/checkbox.view.tsx";
export { Chip } from "./parts/chip.view.tsx";
export type { ChipProps } from "./parts/chip.view.tsx";
export { Combobox } from "./parts/combobox.view.tsx";
export { DateInput } from "./parts/date-input.view.tsx";
export { ConfirmDialog, Dialog } from "./parts/dialog.view.tsx";
export type { ConfirmDialogProps, DialogProps } from "./parts/dialog.view.tsx";
export { Face } from "./parts/face.view.tsx";
export { Icon } from "./parts/icon.view.tsx";
export type { IconName } from "./parts/icon-paths.ts";
export { Menu } from "./parts/menu.view.tsx";
export type { MenuCommand, MenuEntry } from "./parts/menu.view.tsx";
export { MoneyInput } from "./parts/money-input.view.tsx";
export { Popover } from "./parts/popover.view.tsx";
export { SearchInput } from "./parts/search-input.view.tsx";
export { SegmentedControl } from "./parts/segmented-control.view.tsx";
export type { Segment } from "./parts/segmented-control.view.tsx";
export { Select } from "./parts/select.view.tsx";
export type { Choice } from "./parts/select.view.tsx";
export { SortableList } from "./parts/sortable-list.view.tsx";
export type { SortableItem } from "./parts/sortable-list.view.tsx";
export { TableTwin } from "./parts/table-twin.view.tsx";
export { Tabs } from "./parts/tabs.view.tsx";
export type { Tab } from "./parts/tabs.view.tsx";
export { TextArea, TextInput } from "./parts/text-input.view.tsx";
export { Toast } from "./parts/toast-card.view.tsx";
export type { Notice } from "./parts/toast-card.view.tsx";
export { useToast } from "./parts/toast.view.tsx";
export type { ShowToast } from "./parts/toast.view.tsx";
export { Tooltip } from "./parts/tooltip.view.tsx";
export { useKeptFocus } from "./parts/use-kept-focus.ts";
export type { KeptFocus } from "./parts/use-kept-focus.ts";
export { useVirtualRows } from "./parts/use-virtual-rows.ts";
export type { VirtualRow, VirtualRows, VirtualRowsOptions } from "./parts/use-virtual-rows.ts";
export { PersonPicker } from "./people/person-picker.view.tsx";
export type { PersonPickerProps } from "./people/person-picker.view.tsx";
export { toMemberFields } from "./people/person.model.ts";
export type { Person } from "./people/person.model.ts";
export { newRecordId } from "./plan/new-record-id.ts";
export { usePlanEdit } from "./plan/use-plan-edit.ts";
export type { ApplyEdit } from "./plan/use-plan-edit.ts";
export { usePlanLabels, useRecordWords } from "./plan/use-record-words.ts";
export type { RecordWords } from "./plan/record-words.model.ts";
export { useTeamChoices } from "./plan/use-team-choices.ts";
export { type Deck, openDeck, writeDeck } from "./export/deck.ts";
export { toXlsx } from "./export/to-xlsx.ts";
export { daysBefore, endOfDay } from "./time/day-end.model.ts";
export { readHistory } from "./time/read-history.ts";
export { useToday } from "./plan/use-today.ts";
export { ReviewStamp, toReview } from "./review/review-stamp.view.tsx";
export type { PlanStep, ReviewStampProps } from "./review/review-stamp.view.tsx";
export { PrintSheet } from "./sheet/print-sheet.view.tsx";
export type { PrintSheetProps } from "./sheet/print-sheet.view.tsx";
export { toRichText } from "./sheet/rich-text.ts";
export { StateScreen } from "./state/state-screen.view.tsx";
export type { EmptyText, StateScreenProps } from "./state/state-screen.view.tsx";
export { stateOf } from "./state/state.model.ts";
export type { WidgetState } from "./state/state.model.ts";
export { defineWidget } from "./widget/define-widget.tsx";
export type { WidgetDefinition } from "./widget/define-widget.tsx";
export {
  useCrm,
  useCrmFeed,
  useFormat,
  useHost,
  useInsights,
  usePlan,
  usePlanPart,
  usePlanSession,
  useRelations,
  useSurface,
  useT,
  useWidgetWidth,
} from "./widget/widget-context.ts";
