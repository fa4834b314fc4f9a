/** Ids of the agreements that the site shows. */
export const agreementIds = ['autocall', 'center-pro', 'chatkeeper', 'introvert', 'streaming-center'] as const;

export type AgreementId = (typeof agreementIds)[number];

/** Whether this is one of the five. */
export function isAgreementId(id: string | undefined): id is AgreementId {
  return agreementIds.some((known) => known === id);
}

/** Names that the services use for themselves; the full name of the text is shown above its questions. */
export const agreementNames: Readonly<Record<AgreementId, string>> = {
  autocall: 'AutoCall.kz',
  'center-pro': 'Center Pro',
  chatkeeper: 'ChatKeeper',
  introvert: 'Introvert / Kommo',
  'streaming-center': 'Streaming.Center',
};
