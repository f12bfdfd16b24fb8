/** Every area of the desk, in the order of the navigation. */
import { principal } from '@/desk/principal';
import { setup } from '@/desk/setup';
import { alerts } from '@/desk/alerts';
import { bureau } from '@/desk/bureau';
import { hazards } from '@/desk/hazards';
import { inspections } from '@/desk/inspections';
import type { DeskArea } from './area';

export const areas: DeskArea[] = [principal, alerts, hazards, inspections, setup, bureau];
