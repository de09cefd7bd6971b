import '@fontsource-variable/source-sans-3/wght.css';
import './base.css';

export { default as CameraScreen } from './camera/CameraScreen.svelte';
export { default as CaptureScreen } from './camera/CaptureScreen.svelte';
export {
	provideConsole,
	provideDesk,
	provideOffline,
	provideOperations,
	provideStudio,
	useDesk,
	useStudio
} from './context.ts';
export { default as ApplyScreen } from './sign-in/ApplyScreen.svelte';
export { default as ConfirmAddressScreen } from './sign-in/ConfirmAddressScreen.svelte';
export { default as JoinScreen } from './sign-in/JoinScreen.svelte';
export { default as ResetScreen } from './sign-in/ResetScreen.svelte';
export type { SignInPlace } from './sign-in/places.ts';
export { default as SignInScreen } from './sign-in/SignInScreen.svelte';
export { default as AccountScreen } from './clinic/AccountScreen.svelte';
export { default as AuditScreen } from './clinic/AuditScreen.svelte';
export { default as Banner } from './clinic/Banner.svelte';
export { default as ClinicSettingsScreen } from './clinic/ClinicSettingsScreen.svelte';
export { default as ConsoleFrame } from './clinic/ConsoleFrame.svelte';
export { default as DocumentsScreen } from './clinic/DocumentsScreen.svelte';
export { default as DevicesScreen } from './clinic/DevicesScreen.svelte';
export { default as LeadsScreen } from './clinic/LeadsScreen.svelte';
export { default as LicenceScreen } from './clinic/LicenceScreen.svelte';
export { default as NotHere } from './clinic/NotHere.svelte';
export { default as OperatorAccountScreen } from './clinic/OperatorAccountScreen.svelte';
export { default as OperatorScreen } from './clinic/OperatorScreen.svelte';
export { default as PolicyBanner } from './clinic/PolicyBanner.svelte';
export { default as OverviewScreen } from './clinic/OverviewScreen.svelte';
export { default as Reading } from './clinic/Reading.svelte';
export { default as StaffScreen } from './clinic/StaffScreen.svelte';
export { CONSOLE_PLACES, type ConsolePlace } from './clinic/places.ts';
export { default as KeepingScreen } from './keeping/KeepingScreen.svelte';
export { default as TrainingScreen } from './keeping/TrainingScreen.svelte';
export { yr } from './messages/yearly.en.ts';
export { o } from './messages/oversight.en.ts';
export { p } from './messages/papers.en.ts';
export { default as PapersScreen } from './papers/PapersScreen.svelte';
export { pictureLabel, shotsOf } from './papers/shots.ts';
export { tc } from './messages/teaching.en.ts';
export { default as TeachingScreen } from './teaching/TeachingScreen.svelte';
export { w } from './messages/visit.en.ts';
export { default as BeginScreen } from './visit/BeginScreen.svelte';
export { isStep, type Step } from './visit/steps.ts';
export { default as VisitScreen } from './visit/VisitScreen.svelte';
export { c } from './messages/console.en.ts';
export { d } from './messages/documents.en.ts';
export { my } from './messages/own-account.en.ts';
export { pw } from './messages/password.en.ts';
export { f } from './messages/follow.en.ts';
export { r } from './messages/records.en.ts';
export { default as HomeScreenFirst } from './device/HomeScreenFirst.svelte';
export { default as Home } from './home/Home.svelte';
export { default as Lost } from './home/Lost.svelte';
export { default as CompareScreen } from './follow/CompareScreen.svelte';
export { y } from './messages/privacy.en.ts';
export { default as PrivacyScreen } from './privacy/PrivacyScreen.svelte';
export { default as PatientScreen } from './records/PatientScreen.svelte';
export { default as PatientsScreen } from './records/PatientsScreen.svelte';
export type { Go } from './records/places.ts';
export { default as SettingsScreen } from './records/SettingsScreen.svelte';
export { default as TodayScreen } from './records/TodayScreen.svelte';
export { default as LockedScreen } from './entry/LockedScreen.svelte';
export { default as RestoreScreen } from './entry/RestoreScreen.svelte';
export { default as SetupScreen } from './entry/SetupScreen.svelte';
export { default as UnlockScreen } from './entry/UnlockScreen.svelte';
export { t } from './messages/index.ts';
export { l } from './messages/licence.en.ts';
export { default as Interruptions } from './workspace/Interruptions.svelte';
export { default as StudioScreen } from './workspace/StudioScreen.svelte';
export type { PhotoPicker } from './home/photo-picker.ts';
export { default as PhotoIntake } from './home/PhotoIntake.svelte';
export { wt } from './messages/writing.en.ts';
export { asAsked, isSaid, type Extent } from './language.ts';
export { u } from './messages/public.en.ts';
export { POLICIES } from './messages/policies.en.ts';
export { readingOf } from './messages/policy-readings.ts';
export { default as AboutScreen } from './public/AboutScreen.svelte';
export { default as ClinicsScreen } from './public/ClinicsScreen.svelte';
export { default as CookiesScreen } from './public/CookiesScreen.svelte';
export { default as HowScreen } from './public/HowScreen.svelte';
export { default as MessageScreen } from './public/MessageScreen.svelte';
export { default as PolicyScreen } from './public/PolicyScreen.svelte';
export { default as PublicFrame } from './public/PublicFrame.svelte';
export { PUBLIC_PLACES, type PublicPlace } from './public/places.ts';
export { VisitorChoice } from './public/visitor-choice.svelte.ts';
