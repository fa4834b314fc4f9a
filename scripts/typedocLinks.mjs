// Plugin of typedoc (typedoc.json): `{@link AgreementError}` in another entry point leads to the main one, which exports the name.
import { ReflectionKind } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.addUnknownSymbolResolver(({ moduleSource, symbolReference }, from) => {
    const path = symbolReference?.path ?? [];
    if (moduleSource !== undefined || path.length !== 1) return;
    const target = from.project
      .getReflectionsByKind(ReflectionKind.SomeExport)
      .find(({ name, parent }) => name === path[0].path && parent?.name === 'oferta');
    return target && { target };
  });
}
