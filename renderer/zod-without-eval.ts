import { z } from 'zod';

// The window's policy forbids code from text; zod must not even try. Imported before any schema is.
z.config({ jitless: true });
