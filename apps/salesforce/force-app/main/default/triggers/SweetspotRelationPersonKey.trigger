trigger SweetspotRelationPersonKey on Sweetspot_Relation_Person__c (before insert, before update) {
    SweetspotMatchKey.fillPeople(Trigger.new);
}
