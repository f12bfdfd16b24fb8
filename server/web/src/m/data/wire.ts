/** The shapes of the published API that the app uses, by short names. */
import type { components } from '@/api/schema';

type Schemas = components['schemas'];

export type Board = Schemas['BoardBody'];
export type CheckIn = Schemas['CheckInBody'];
export type CheckInKind = Schemas['CheckInKind'];
export type Code = Schemas['CodeBody'];
export type Consent = Schemas['Page_ConsentBody']['items'][number];
export type Correction = Schemas['CorrectionBody'];
export type DayKind = Schemas['DayKind'];
export type Grade = Schemas['Grade'];
export type Member = Schemas['MemberBody'];
export type Position = Schemas['PositionBody'];
export type Post = Schemas['PostBody'];
export type PostState = Schemas['PostState'];
export type Profile = Schemas['ProfileBody'];
export type Result = Schemas['ResultBody'];
export type Right = Schemas['Right'];
export type Role = Schemas['Role'];
export type School = Schemas['OrganizationBody'];
export type SessionItem = Schemas['Page_SessionBody']['items'][number];
export type ShiftBody = Schemas['ShiftBody'];
export type WindowKind = Schemas['WindowKind'];
