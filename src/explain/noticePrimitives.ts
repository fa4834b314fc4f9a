import { deemedAcceptanceKind } from '../agreement/kinds/deemedAcceptanceKind.js';
import { noticeEffectKind } from '../agreement/kinds/noticeEffectKind.js';
import { noticeGivenOnKind } from '../agreement/kinds/noticeGivenOnKind.js';
import { deemedAcceptance } from '../notice/deemedAcceptance.js';
import { noticeEffect } from '../notice/noticeEffect.js';
import { noticeGivenOn } from '../notice/noticeGivenOn.js';
import { type ExplainedPrimitive, explainedPrimitive } from './explainedPrimitive.js';

/** Notices: `noticeEffect`, `noticeGivenOn`, `deemedAcceptance`. */
export const noticePrimitives: readonly ExplainedPrimitive[] = [
  /* @__PURE__ */ explainedPrimitive(noticeEffect, noticeEffectKind),
  /* @__PURE__ */ explainedPrimitive(noticeGivenOn, noticeGivenOnKind),
  /* @__PURE__ */ explainedPrimitive(deemedAcceptance, deemedAcceptanceKind),
];
