import { createMemoryStorage } from './memory-storage.ts';
import { testStorage } from './storage-contract.ts';

testStorage(async () => ({ storage: createMemoryStorage(), reopen: async () => createMemoryStorage() }));
