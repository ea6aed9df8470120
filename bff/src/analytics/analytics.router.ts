import { router } from '../platform/trpc.ts';
import { deadLettersRouter } from './dead-letters/dead-letters.router.ts';
import { platformFiguresRouter, teamFiguresRouter } from './platform/platform-figures.router.ts';
import { sellerFiguresRouter } from './seller/seller-figures.router.ts';

export const analyticsRouter = router({
  seller: sellerFiguresRouter,
  team: teamFiguresRouter,
  platform: platformFiguresRouter,
  deadLetters: deadLettersRouter,
});
