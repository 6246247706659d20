import { lazy } from 'react';
import { Route } from 'react-router-dom';
import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { PageRoutes, PluginPages } from '@atrium/ui';
import { useCostSignals } from '../hooks/costHooks';
import { useBillRight } from '../hooks/useCostRights';
import {
  allocationRouteRef,
  anomaliesRouteRef,
  budgetsRouteRef,
  costRouteRef,
  importsRouteRef,
  savingsRouteRef,
  unallocatedRouteRef,
} from '../routes';
import { t } from '../translation';
import { CostOverview } from './overview/CostOverview';

const BudgetsPage = lazy(() =>
  import('./budgets/BudgetsPage').then(m => ({ default: m.BudgetsPage })),
);
const AnomaliesPage = lazy(() =>
  import('./anomalies/AnomaliesPage').then(m => ({ default: m.AnomaliesPage })),
);
const SavingsPage = lazy(() =>
  import('./savings/SavingsPage').then(m => ({ default: m.SavingsPage })),
);
const ChargesPage = lazy(() =>
  import('./charges/ChargesPage').then(m => ({ default: m.ChargesPage })),
);
const UnallocatedPage = lazy(() =>
  import('./unallocated/UnallocatedPage').then(m => ({
    default: m.UnallocatedPage,
  })),
);
const AllocationPage = lazy(() =>
  import('./allocation/AllocationPage').then(m => ({
    default: m.AllocationPage,
  })),
);
const EditAllocationPage = lazy(() =>
  import('../editor/EditAllocationPage').then(m => ({
    default: m.EditAllocationPage,
  })),
);
const ImportsPage = lazy(() =>
  import('./bills/ImportsPage').then(m => ({ default: m.ImportsPage })),
);
const ImportPage = lazy(() =>
  import('./bills/ImportPage').then(m => ({ default: m.ImportPage })),
);

/**
 * All pages about cost below their header.
 *
 * @remarks Imports have pages of their own in the address, which sub-pages of the
 * framework cannot have.
 */
export function CostPages() {
  useCostSignals();
  const mayReadBills = useBillRight();
  const overview = useRouteRef(costRouteRef)?.() ?? '/cost';
  const ofBills = [
    {
      label: t('costPages.unallocated'),
      href: useRouteRef(unallocatedRouteRef)?.(),
    },
    { label: t('costPages.bills'), href: useRouteRef(importsRouteRef)?.() },
  ];
  const tabs = [
    { label: t('costPages.overview'), href: overview, isExact: true },
    { label: t('costPages.budgets'), href: useRouteRef(budgetsRouteRef)?.() },
    { label: t('costPages.unusual'), href: useRouteRef(anomaliesRouteRef)?.() },
    { label: t('costPages.savings'), href: useRouteRef(savingsRouteRef)?.() },
    { label: t('costPages.rules'), href: useRouteRef(allocationRouteRef)?.() },
    ...(mayReadBills ? ofBills : []),
  ];
  return (
    <PluginPages
      title={t('costPages.cost')}
      icon={<RiMoneyEuroCircleLine />}
      href={overview}
      tabs={tabs}
    >
      <ReactRouterV6PageRouter>
        <PageRoutes>
          <Route index element={<CostOverview />} />
          <Route path="budgets" element={<BudgetsPage />} />
          <Route path="anomalies" element={<AnomaliesPage />} />
          <Route path="savings" element={<SavingsPage />} />
          <Route path="charges" element={<ChargesPage />} />
          <Route path="unallocated" element={<UnallocatedPage />} />
          <Route path="allocation" element={<AllocationPage />} />
          <Route path="allocation/edit" element={<EditAllocationPage />} />
          <Route path="imports" element={<ImportsPage />} />
          <Route path="imports/:importId" element={<ImportPage />} />
        </PageRoutes>
      </ReactRouterV6PageRouter>
    </PluginPages>
  );
}
