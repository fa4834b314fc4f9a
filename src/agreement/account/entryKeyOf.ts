/** How keys of an account begin: with its id, where it has one. @internal */
export function keyPrefixOf(account: string | undefined): string {
  return account === undefined ? '' : `${encodeURIComponent(account)}:`;
}

/** Gives the key of an entry on the balance by its posting and its cause. @internal */
export function entryKeyOf(account: string | undefined): (posting: string, cause: string) => string {
  const prefix = keyPrefixOf(account);
  return (posting, cause) => `${prefix}balance/${posting}/${cause}`;
}
