import type { AgreementData } from '../model/agreement.js';

/** Lists for each computation the readings with an option that changes it. */
export function markTouched(model: AgreementData): AgreementData {
  const touching = new Map<string, string[]>();
  for (const { id, options } of model.readings)
    for (const { patch } of Object.values(options))
      for (const target of Object.keys(patch)) {
        const known = touching.get(target) ?? [];
        if (!known.includes(id)) touching.set(target, [...known, id]);
      }
  return {
    ...model,
    clauses: model.clauses.map((clause) =>
      clause.computes === undefined
        ? clause
        : {
            ...clause,
            computes: clause.computes.map((computation) => {
              const readings = touching.get(`${clause.ref}/${computation.id}`);
              return readings === undefined ? computation : { ...computation, readings };
            }),
          },
    ),
  };
}
