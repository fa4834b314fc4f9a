/** By family, by function: how a case is drawn, and what the second implementation answers. */
export const families: Readonly<Record<string, Readonly<Record<string, object>>>>;
