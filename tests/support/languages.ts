/** The languages of the package's own sentences. */
export const languages = ['en', 'ru', 'kk'] as const;

/** A letter of the alphabet of each. */
export const letters = { en: /[A-Za-z]/, ru: /[А-Яа-яЁё]/, kk: /[А-Яа-яӘәҒғҚқҢңӨөҰұҮүҺһІі]/ };
