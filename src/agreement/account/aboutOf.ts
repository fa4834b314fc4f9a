import type { About } from '../model/posting.js';
import { boundText, type PostingContext } from './bindings.js';

/** Which of several deadlines or rights it is, as a part of it; empty if there is only one. @internal */
export function aboutOf(
  about: About | undefined,
  where: PostingContext,
): { readonly about?: { readonly key: string; readonly field?: string } } {
  const key = about === undefined ? undefined : boundText(about.key, where);
  if (about === undefined || key === undefined) return {};
  return { about: { key, ...(about.field !== undefined && { field: about.field }) } };
}
