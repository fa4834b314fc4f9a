import { equalityTesters } from 'oferta/testing';
import { expect } from 'vitest';

expect.addEqualityTesters(equalityTesters);
