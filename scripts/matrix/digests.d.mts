import type { MatrixAnswer } from './answers.mjs';

export function digests(answers: readonly MatrixAnswer[]): Record<string, string>;
