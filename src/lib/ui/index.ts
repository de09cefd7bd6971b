import '@fontsource-variable/source-sans-3/wght.css';
import './base.css';

export { default as CameraScreen } from './camera/CameraScreen.svelte';
export {
	provideConsole,
	provideDesk,
	provideOperations,
	provideStudio,
	useConsole,
	useDesk,
	useStudio
} from './context.ts';
export { default as ApplyScreen } from './account/ApplyScreen.svelte';
export { default as JoinScreen } from './account/JoinScreen.svelte';
export { default as SignInScreen } from './account/SignInScreen.svelte';
export { default as AuditScreen } from './console/AuditScreen.svelte';
export { default as Banner } from './console/Banner.svelte';
export { default as ClinicSettingsScreen } from './console/ClinicSettingsScreen.svelte';
export { default as ConsoleFrame } from './console/ConsoleFrame.svelte';
export { default as DevicesScreen } from './console/DevicesScreen.svelte';
export { default as LeadsScreen } from './console/LeadsScreen.svelte';
export { default as LicenceScreen } from './console/LicenceScreen.svelte';
export { default as NotHere } from './console/NotHere.svelte';
export { default as OperatorScreen } from './console/OperatorScreen.svelte';
export { default as OverviewScreen } from './console/OverviewScreen.svelte';
export { default as Reading } from './console/Reading.svelte';
export { default as StaffScreen } from './console/StaffScreen.svelte';
export { CONSOLE_PLACES, type ConsolePlace } from './console/places.ts';
export { c } from './messages/console.en.ts';
export { default as Home } from './home/Home.svelte';
export { default as Lost } from './home/Lost.svelte';
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
