// oxlint-disable-next-line typescript/triple-slash-reference -- packages that compile these sources need it too
/// <reference path="../css.d.ts" />
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import {
  CONTRACT_VERSION,
  type HostContext,
  type WidgetModule,
  type WidgetOptions,
  type WidgetServices,
} from "@sweetspot/contract";
import { type ComponentType, type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createFormat } from "../i18n/format.ts";
import { kitCatalogs } from "../i18n/kit-catalogs.ts";
import { type CatalogLoaders, createOneLanguage, loadAhead } from "../i18n/one-language.ts";
import { type Catalogs, createTranslator, toLanguage } from "../i18n/translator.ts";
import { ToastProvider } from "../parts/toast.view.tsx";
import kitStyles from "../styles/kit.css?inline";
import { ErrorBoundary } from "./error-boundary.view.tsx";
import { watchRealm } from "./realm-polyfill.ts";
import { WidgetContext } from "./widget-context.ts";
import { createWidgetRoot } from "./widget-root.ts";
import { createWidthSource } from "./width-source.ts";

export interface WidgetDefinition {
  /** As in `widget.json`. */
  readonly id: string;
  /** The widget's texts; the kit's own are added. Loaders where they are many: a page then fetches one language. */
  readonly catalogs: Catalogs | CatalogLoaders;
  /** CSS from a `?inline` import; may use the kit's tokens and classes. */
  readonly styles: string;
  readonly view: ComponentType<{ readonly options: WidgetOptions }>;
}

/** A React view as a `WidgetModule`: shadow root, providers, languages, failure and clean-up come with it. */
export function defineWidget(definition: WidgetDefinition): WidgetModule {
  const texts = createOneLanguage(definition.catalogs);
  void loadAhead(texts);
  return {
    contract: CONTRACT_VERSION,
    id: definition.id,
    mount: (element, services, options = {}) => {
      const root = createWidgetRoot(element, [kitStyles, definition.styles]);
      const unwatch = watchRealm(root);
      const width = createWidthSource(root.content);
      const react = createRoot(root.content, { identifierPrefix: `${definition.id}-` });
      let mounted = true;
      let latest = services.surface.context;

      const show = (host: HostContext): void => {
        latest = host;
        root.update(host);
        const catalogs = texts.of(toLanguage(host.locale));
        if (catalogs) draw(host, catalogs);
        else void showLater(host);
      };
      const showLater = async (host: HostContext): Promise<void> => {
        try {
          await texts.load(toLanguage(host.locale));
        } catch (error) {
          return tell(error);
        }
        if (mounted && latest === host) show(host);
      };
      const draw = (host: HostContext, catalogs: Catalogs): void => {
        const environment = {
          services,
          host,
          translator: createTranslator([kitCatalogs, catalogs], host.locale),
          format: createFormat(host),
          root,
          width,
        };
        react.render(
          <StrictMode>
            <ErrorBoundary onFailure={tell}>
              <WidgetContext value={environment}>
                <Providers>
                  <definition.view options={options} />
                </Providers>
              </WidgetContext>
            </ErrorBoundary>
          </StrictMode>,
        );
      };
      // The page may answer by unmounting, which React refuses while it is still committing.
      const tell: WidgetServices["onFailure"] = (error) =>
        queueMicrotask(() => {
          if (mounted) services.onFailure(error);
        });

      show(latest);
      return {
        update: (context) => {
          if (mounted) show(context);
        },
        unmount: () => {
          if (!mounted) return;
          mounted = false;
          react.unmount();
          width.dispose();
          unwatch();
          root.remove();
        },
      };
    },
  };
}

/** Base UI may add no `<style>` of its own: a page's policy refuses it, and the kit's sheet says the same. */
function Providers({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <ToastProvider>{children}</ToastProvider>
      </Tooltip.Provider>
    </CSPProvider>
  );
}
