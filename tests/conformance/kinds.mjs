/** Kinds of record besides `call`, each with the function that answers it. Records without a kind are clause examples. */
import { autocall } from './clauses/autocall.mjs';
import { centerPro } from './clauses/center-pro.mjs';
import { chatkeeper } from './clauses/chatkeeper.mjs';
import { introvert } from './clauses/introvert.mjs';
import { streamingCenter } from './clauses/streaming-center.mjs';
import { claimKinds } from './kinds/claims.mjs';
import { prorationKinds } from './kinds/proration.mjs';
import { shareKinds } from './kinds/shares.mjs';
import { timeKinds } from './kinds/time.mjs';

/** By agreement: what answers the examples of its clauses, by clause. */
const agreements = {
  'AutoCall.kz': autocall,
  'Center Pro': centerPro,
  'Introvert (Kommo widget)': introvert,
  'Streaming.Center': streamingCenter,
  ChatKeeper: chatkeeper,
};

export const kinds = {
  /** A worked example of a clause: answered through the agreement's own data by evaluate, decide or replay. */
  clause(record, context) {
    const clauses = agreements[record.agreement];
    if (clauses === undefined) return { skipped: `no agreement ${record.agreement} yet` };
    const example = clauses(context)[record.clause];
    if (example === undefined) return { skipped: `${record.agreement} ${record.clause} is not computed yet` };
    const answer = context.library.attempt(() => example(record.inputs));
    if (!answer.ok) return { json: { error: answer.error.code }, message: answer.error.message };
    return { json: JSON.parse(JSON.stringify(answer.value)) };
  },
  ...claimKinds,
  ...prorationKinds,
  ...shareKinds,
  ...timeKinds,
};
