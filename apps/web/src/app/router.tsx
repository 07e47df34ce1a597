import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { InboxPage } from '../pages/inbox-page.js';
import { LostPage } from '../pages/lost-page.js';
import { MyWorkPage } from '../pages/my-work-page.js';
import { PlansPage } from '../pages/plans-page.js';
import { PlanPage } from '../plan/plan-page.js';
import { PageSkeleton } from '../ui/skeleton.js';
import { PlanFrame } from './plan-frame.js';
import { Home, Shell } from './shell.js';

const LaunchPage = lazy(() => import('../launch/launch-page.js'));
const RemindersPage = lazy(() => import('../pages/reminders-page.js'));
const AmendmentsPage = lazy(() => import('../amendments/amendments-page.js'));
const WorkflowsPage = lazy(() => import('../pages/workflows-page.js'));
const DirectoryPage = lazy(() => import('../directory/directory-page.js'));
const FindingsPage = lazy(() => import('../pages/findings-page.js'));

const later = (page: React.ReactNode) => <Suspense fallback={<PageSkeleton />}>{page}</Suspense>;

const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <LostPage broken />,
    children: [
      { index: true, element: <Home /> },
      { path: 'ke-hoach', element: <PlansPage /> },
      { path: 'viec-cua-toi', element: <MyWorkPage /> },
      { path: 'hop-thu', element: <InboxPage /> },
      { path: 'danh-ba', element: later(<DirectoryPage />) },
      {
        path: 'ke-hoach/:planId',
        element: <PlanFrame />,
        children: [
          { index: true, element: <PlanPage /> },
          { path: 'dong/:rowId', element: <PlanPage /> },
          { path: 'khoi-chay', element: later(<LaunchPage />) },
          { path: 'ra-soat', element: later(<FindingsPage />) },
          { path: 'nhac-viec', element: later(<RemindersPage />) },
          { path: 'dieu-chinh', element: later(<AmendmentsPage />) },
          { path: 'luong-xu-ly', element: later(<WorkflowsPage />) },
        ],
      },
      { path: 'dang-nhap', element: <Navigate to="/" replace /> },
      { path: '*', element: <LostPage /> },
    ],
  },
]);

export const AppRouter = () => <RouterProvider router={router} />;
