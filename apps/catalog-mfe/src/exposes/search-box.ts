import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { SearchBox } from '../slots/search-box/search-box.tsx';

const slot: Slot<'catalog/search-box'> = { default: SearchBox };

export default slot.default;
