export function differences(expected: unknown, actual: unknown, path?: string): string[];
