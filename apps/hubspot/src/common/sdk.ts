// The only file that imports HubSpot's SDK: its next major version renames hooks and parts, and then one file changes.
export {
  Alert,
  Button,
  DescriptionList,
  DescriptionListItem,
  Divider,
  EmptyState,
  ErrorState,
  Flex,
  Heading,
  hubspot,
  Image,
  Input,
  Link,
  LoadingButton,
  LoadingSpinner,
  MultiSelect,
  Select,
  Statistics,
  StatisticsItem,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Tile,
  Toggle,
  ToggleGroup,
} from "@hubspot/ui-extensions";

import type { ExtensionPointApi } from "@hubspot/ui-extensions";

type RecordPoint = "crm.record.tab" | "crm.record.sidebar";
export type RecordContext = ExtensionPointApi<RecordPoint>["context"];
export type RecordActions = ExtensionPointApi<RecordPoint>["actions"];
export type SettingsContext = ExtensionPointApi<"settings">["context"];
export type SettingsActions = ExtensionPointApi<"settings">["actions"];
