/** The prefix of the keys of an account: its id, if it has one. @internal */
export function keyPrefixOf(account: string | undefined): string {
  return account === undefined ? '' : `${encodeURIComponent(account)}:`;
}

/** Returns a function that builds the key of an entry on the balance from its posting and its cause. @internal */
export function entryKeyOf(account: string | undefined): (posting: string, cause: string) => string {
  const prefix = keyPrefixOf(account);
  return (posting, cause) => `${prefix}balance/${posting}/${cause}`;
}
