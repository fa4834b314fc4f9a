import { refuse } from '../../errors/agreementError.js';
import type { Agreement } from '../model/definedAgreement.js';
import type { ComputationAddress } from '../model/source.js';

/**
 * Resolves the address of a computation, or the number of its clause, to an address.
 *
 * @throws {@link AgreementError} `computation-unknown` if there is no such computation, or the clause has several.
 * @internal
 */
export function computationAddress({ computations }: Agreement, ref: string): ComputationAddress {
  if (computations.has(ref)) return ref;
  const found = [...computations.values()].filter((placed) => placed.clause.ref === ref);
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only.address;
  const choice = found.length > 1 ? found : [...computations.values()];
  return refuse(
    'computation-unknown',
    'computation',
    ref,
    `one of ${choice.map((placed) => placed.address).join(', ')}`,
  );
}
