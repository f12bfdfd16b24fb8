/** The session is over: to the sign-in page, and back to where one was. */
import { router } from './router';

export function signInAgain(): void {
  const from = router.currentRoute.value;
  if (from.name === 'sign-in') return;
  void router.push({ name: 'sign-in', query: { to: from.fullPath, ended: '1' } });
}
