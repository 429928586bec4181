import { configure } from '@testing-library/react';

// A machine with other work to do needs longer than the second that is the default. As for `expect.poll`.
configure({ asyncUtilTimeout: 10_000 });
