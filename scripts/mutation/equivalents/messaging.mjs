/** @type {import('../equivalents.mjs').Equivalents} */
export const equivalents = {
  'messaging/smsSegments.ts': [
    {
      code: 'for (let at = 0; at < text.length; at += 1) if (extension.has(text.charAt(at))) units += 1;',
      becomes: ['at <= text.length'],
      because: 'beyond the end there is no character',
    },
    {
      code: "const pair = encoding === 'UCS-2' && isSurrogatePair(text, at);",
      becomes: ['true'],
      because: 'a text in GSM-7 has no surrogates',
    },
  ],
};
