export type { Track } from '@plaza/events';
