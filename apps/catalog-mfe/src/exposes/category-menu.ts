import type { Slot } from '@plaza/federation/remote';
import '../styles.css';
import { CategoryMenu } from '../slots/category-menu/category-menu.tsx';

const slot: Slot<'catalog/category-menu'> = { default: CategoryMenu };

export default slot.default;
