// Routes and start.
const ProjectList = {
  name: "ProjectList",
  template: "#project-list",
  setup() {
    const queryParams = Vue.reactive({ xm: "", coopTotal: "", employed: "" });
    const projects = Vue.ref([{ name: "高山蔬菜基地", employed: "36" }, { name: "茶叶初加工点", employed: "18" }]);
    return { queryParams, projects };
  },
};

const router = VueRouter.createRouter({
  history: VueRouter.createWebHashHistory(),
  routes: [
    { path: "/", redirect: "/year" },
    { path: "/year", component: YearList },
    { path: "/year/full", component: YearFull },
    { path: "/project", component: ProjectList },
  ],
});

const app = Vue.createApp({ template: "#shell", setup: () => ({ locale: ElementPlusLocaleZhCn }) });
app.component("ReportFields", ReportFields);
app.use(router).use(ElementPlus).mount("#app");
