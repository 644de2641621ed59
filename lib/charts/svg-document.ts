import { escapeXml } from "./svg-text";

/**
 * As much of a document as Plot draws into: it makes elements, gives them attributes, and puts them into one another.
 * A whole one (linkedom's, which the tests hold this against) keeps for every node what a drawing never asks for, and
 * a release's thousands of drawings spent more time on that than on their marks.
 */
export type SvgElement = {
  readonly tagName: string;
  readonly namespaceURI: string;
  readonly ownerDocument: SvgDocument;
  /** In the order in which they were first set. */
  readonly attributes: Map<string, string>;
  readonly childNodes: (SvgElement | SvgText)[];
  parentNode: SvgElement | null;
};

type SvgText = { readonly text: string; parentNode: SvgElement | null };

type SvgDocument = {
  readonly documentElement: { readonly namespaceURI: string; readonly ownerDocument: SvgDocument };
  createElementNS(namespace: string, name: string): SvgElement;
  createTextNode(text: string): SvgText;
};

const SVG = "http://www.w3.org/2000/svg";

const METHODS = {
  setAttribute(this: SvgElement, name: string, value: unknown) {
    this.attributes.set(name, `${value}`);
  },
  setAttributeNS(this: SvgElement, _namespace: string | null, name: string, value: unknown) {
    this.attributes.set(name, `${value}`);
  },
  getAttribute(this: SvgElement, name: string) {
    return this.attributes.get(name) ?? null;
  },
  removeAttribute(this: SvgElement, name: string) {
    this.attributes.delete(name);
  },
  appendChild<T extends SvgElement | SvgText>(this: SvgElement, child: T): T {
    detach(child);
    child.parentNode = this;
    this.childNodes.push(child);
    return child;
  },
  insertBefore<T extends SvgElement | SvgText>(
    this: SvgElement,
    child: T,
    next: SvgElement | SvgText | null,
  ): T {
    detach(child);
    child.parentNode = this;
    const at = next ? this.childNodes.indexOf(next) : -1;
    this.childNodes.splice(at < 0 ? this.childNodes.length : at, 0, child);
    return child;
  },
  set textContent(text: string) {
    const element = this as unknown as SvgElement;
    element.childNodes.length = 0;
    if (text !== "") element.childNodes.push({ text: `${text}`, parentNode: element });
  },
};

function detach(child: SvgElement | SvgText): void {
  const siblings = child.parentNode?.childNodes;
  if (siblings) siblings.splice(siblings.indexOf(child), 1);
}

/** The document itself holds nothing: every drawing made in it stands alone. */
const DOCUMENT: SvgDocument = {
  documentElement: {
    namespaceURI: SVG,
    get ownerDocument() {
      return DOCUMENT;
    },
  },
  createElementNS(namespace, tagName) {
    return Object.assign(Object.create(METHODS), {
      tagName,
      namespaceURI: namespace,
      ownerDocument: DOCUMENT,
      attributes: new Map(),
      childNodes: [],
      parentNode: null,
    }) as SvgElement;
  },
  createTextNode: (text) => ({ text, parentNode: null }),
};

/** To be given to Plot. */
export const svgDocument = DOCUMENT as unknown as Document;

/** What an element holds, as text: without the elements and the attributes that are left out. */
export function svgWithin(element: Element, leaveOut: { elements: string; attributes: string }): string {
  return within(element as unknown as SvgElement, leaveOut);
}

function within({ childNodes }: SvgElement, leaveOut: { elements: string; attributes: string }): string {
  let text = "";
  for (const child of childNodes) {
    if ("text" in child) text += escapeXml(child.text);
    else if (child.tagName !== leaveOut.elements) {
      let attributes = "";
      for (const [name, value] of child.attributes)
        if (name !== leaveOut.attributes) attributes = ` ${name}="${escapeXml(value)}"${attributes}`;
      const inner = within(child, leaveOut);
      text += inner
        ? `<${child.tagName}${attributes}>${inner}</${child.tagName}>`
        : `<${child.tagName}${attributes} />`;
    }
  }
  return text;
}
