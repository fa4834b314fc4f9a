import { createHash } from 'node:crypto';

/** A digest of each answer, by its id. @param {readonly { id: string, text: string }[]} answers */
export function digests(answers) {
  const digest = (text) => createHash('sha256').update(text).digest('base64url').slice(0, 16);
  return Object.fromEntries(answers.map(({ id, text }) => [id, digest(text)]));
}
