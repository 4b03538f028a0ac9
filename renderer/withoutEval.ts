import { z } from 'zod';

// The content policy forbids eval. zod would try it, be refused and go on without, at the price of a reported breach.
z.config({ jitless: true });
