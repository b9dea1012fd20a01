// Routes and start.
var VisitList = {
  name: "VisitList",
  template: "#visit-list",
  data: function () {
    return {
      queryParams: { tphs: null, poorPopulation: null, empTotal: null },
      visits: [{ day: "2024-11-06", household: "王家院 3 户", empTotal: "2" }, { day: "2024-11-13", household: "河湾村 5 户", empTotal: "4" }],
    };
  },
};

new Vue({
  el: "#app",
  template: "#shell",
  router: new VueRouter({
    routes: [
      { path: "/", redirect: "/report" },
      { path: "/report", component: ReportList },
      { path: "/report/full", component: ReportFull },
      { path: "/visit", component: VisitList },
    ],
  }),
});
