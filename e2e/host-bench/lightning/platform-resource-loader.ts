// lightning/platformResourceLoader, as components outside a sandbox have it; inside, LWS puts its own in its place.

export const loadScript = (_component: unknown, url: string): Promise<void> =>
  addToHead("script", { src: url });

export const loadStyle = (_component: unknown, url: string): Promise<void> =>
  addToHead("link", { rel: "stylesheet", href: url });

function addToHead(tag: string, attributes: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", () => resolve());
    element.addEventListener("error", () => reject(new Error(`${tag} did not load`)));
    document.head.append(element);
  });
}
