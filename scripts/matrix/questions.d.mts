import type { MatrixQuestions } from './answers.mjs';

export function questions(): MatrixQuestions;
