// The part of ical.js these tests use. Its own declarations contradict themselves, which a check of all declarations refuses.

declare namespace ICAL {
  function parse(text: string): unknown[];

  class Component {
    constructor(parsed: unknown[]);
    getFirstPropertyValue(name: string): unknown;
    getAllSubcomponents(name: string): Component[];
  }

  class Event {
    constructor(component: Component);
    readonly uid: string;
    readonly summary: string;
    readonly description: string;
    readonly startDate: { readonly isDate: boolean; toString(): string };
    readonly endDate: { readonly isDate: boolean; toString(): string };
  }
}

// biome-ignore lint/style/noDefaultExport: this is how ical.js exports it
export default ICAL;
