import { randomBytes } from 'node:crypto';

/** 256 random bits in base64url: a secret of one's own. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
