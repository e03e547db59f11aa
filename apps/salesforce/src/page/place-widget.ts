import {
  EMPTY,
  type HostContext,
  type MountedWidget,
  type RecordType,
  toRecordId,
  type TeamMember,
  type WidgetOptions,
} from "@sweetspot/contract";
import { type SalesforceTransport, toCrmError } from "@sweetspot/crm-salesforce";
import {
  createSalesforceSurface,
  type SalesforceFunctions,
  toSalesforceLocale,
} from "@sweetspot/host-bridge";
import { loadWidget, type WidgetAddress } from "./load-widget.ts";
import { type Lease, leaseAccount } from "./open-accounts.ts";
import { type PageFailureCode, toFailureCode } from "./page-failure.ts";

/** The signed-in user as `@salesforce/user` and `@salesforce/i18n` describe them. */
export interface SalesforceUser {
  readonly id: string;
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly currency: string;
}

export interface PlaceRequest {
  /** Empty, connected, and left to us: `lwc:dom="manual"`. */
  readonly element: HTMLElement;
  readonly widget: WidgetAddress;
  /** Settles when the container's script has been loaded. */
  readonly script: Promise<unknown>;
  readonly options: WidgetOptions;
  /** Whose page it is. */
  readonly record: { readonly type: RecordType; readonly id: string };
  /** Whose plan is shown: the record itself, or the account of the deal or contact. */
  readonly account: string;
  readonly user: SalesforceUser;
  readonly theme: HostContext["theme"];
  readonly transport: SalesforceTransport;
  readonly functions: SalesforceFunctions;
  /** The widget is on the page. */
  readonly onReady: () => void;
  /** It is not, or no longer; nothing of it is left. */
  readonly onFailure: (code: PageFailureCode, error: unknown) => void;
}

export interface PlacedWidget {
  /** Takes the widget away, also while it is still loading. */
  remove(): void;
  /** Reads the account and its plan anew; widgets of one account read once together. Never rejects. */
  refresh(): Promise<void>;
}

/** Reads the account's data while the widget's script is still loading, then draws the widget. */
export function placeWidget(request: PlaceRequest): PlacedWidget {
  const { user } = request;
  let mounted: MountedWidget | undefined;
  let over = false;

  const end = (): void => {
    if (over) return;
    over = true;
    mounted?.unmount();
    for (const unwatch of watches) unwatch();
    surface.dispose();
    lease.release();
  };
  const fail = (code: PageFailureCode, error: unknown): void => {
    if (over) return;
    end();
    request.onFailure(code, error);
  };

  const lease = leaseAccount({
    account: toRecordId(request.account),
    user: toRecordId(user.id),
    currency: user.currency,
    transport: request.transport,
    onNoAccess: () => fail("no-access", undefined),
  });
  const surface = createSalesforceSurface({
    context: toContext(request, lease),
    functions: request.functions,
    toFailure: toCrmError,
    onCreated: () => void lease.refresh(),
    handOver: lease.handOver,
  });
  const watches = [
    lease.stand(request.widget.id, request.element),
    lease.session.subscribe(() => {
      const { pending, durable } = lease.session.getView().saving;
      surface.markUnsaved?.(pending > 0 && !durable);
    }),
    lease.feed.subscribe(() => {
      const context = toContext(request, lease);
      if (isSameUser(context.user, surface.context.user)) return;
      surface.update(context);
      mounted?.update(context);
    }),
  ];

  async function draw(): Promise<void> {
    try {
      await request.script;
      const module = await loadWidget(request.widget);
      if (over) return;
      const { session, feed, relations } = lease;
      const onFailure = (error: unknown): void => fail("crashed", error);
      const services = { session, feed, surface, relations, onFailure };
      mounted = module.mount(request.element, services, request.options);
      request.onReady();
    } catch (error) {
      fail(toFailureCode(error), error);
    }
  }

  void draw();
  return { remove: end, refresh: lease.refresh };
}

/** Name and role of the user come with the account's own data, so that no call is spent on them. */
function toContext({ record, user, theme }: PlaceRequest, { feed }: Lease): HostContext {
  const id = toRecordId(user.id);
  const known = feed.getView().teamMembers.find((member) => member.id === id);
  return {
    record: { type: record.type, id: toRecordId(record.id) },
    user: known ?? { id, name: "", email: EMPTY, role: "rep", active: true },
    locale: toSalesforceLocale(user.language, user.locale),
    timeZone: user.timeZone,
    currency: user.currency,
    skin: "lightning",
    theme,
  };
}

const isSameUser = (one: TeamMember, other: TeamMember): boolean =>
  one.name === other.name && one.role === other.role;
